# A thin front to CMake: every target is a line or two that can be typed by hand. Builds stand in build/PRESET; the
# presets are in CMakePresets.json.

PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
# In CI warnings are errors.
flags := $(if $(CI),-DSORANI_WARNINGS_AS_ERRORS=ON)

.NOTPARALLEL:
.PHONY: build deps demo test bench trainer lint fuzz tsan memcheck install reproducible packages release-check docs docs-api
.PHONY: format clean help

build: deps-build ## Build the library and the tools (the default)
	@cmake --preset release $(flags) -DSORANI_BUILD_TESTS=OFF
	@cmake --build --preset release

deps: ## Install what is missing of the Debian packages that the targets here need
	@.ci/deps

# deps-build-test: the packages of the groups build and test.
deps-%:
	@.ci/deps $(subst -, ,$*)

demo: build ## Show messy Sorani text and what ku-norm makes of it
	@examples/demo build/release/bin

test: deps-build-test ## Build and run all tests
	@cmake --preset release $(flags)
	@cmake --build --preset release
	@status=0; ctest --preset release || status=$$?; \
	sed -n '/^skipped: /s/^/test: /p' build/release/Testing/Temporary/LastTest.log; exit $$status

bench: deps-build-bench ## Measure the library and the tools beside what people use today; CORPUS=FILE: on that text
	@bench/run

trainer: deps-build ## Build g2p_trainer, lid_trainer and restore_trainer, which learn the models
	@cmake --preset release $(flags) -DSORANI_BUILD_TRAINER=ON
	@cmake --build --preset release --target g2p_trainer lid_trainer restore_trainer

lint: deps-build-test-bench-lint ## Check layout, length and style of the code, the scripts and the manual pages
	@.ci/lint

fuzz: deps-build-test-fuzz ## Run every fuzz target for FUZZ_SECONDS (60) seconds
	@cmake --preset fuzz $(flags)
	@.ci/fuzz build/fuzz $(FUZZ_SECONDS)

tsan: deps-build-test-tsan ## Build with clang, and run the pipeline under the thread sanitizer
	@cmake --preset tsan $(flags)
	@.ci/tsan build/tsan

memcheck: deps-build-test-memcheck ## Run some of the tests of the tools under valgrind
	@cmake --preset release $(flags)
	@cmake --build --preset release --target ku-count ku-latin ku-lid ku-norm ku-tok letters_kept
	@.ci/memcheck build/release/bin

install: build ## Install below PREFIX (/usr/local), inside DESTDIR if that is set
	@DESTDIR="$(DESTDIR)" cmake --install build/release --prefix "$(PREFIX)"

reproducible: deps-build ## Build twice, in different folders, and compare what would be installed byte for byte
	@.ci/reproducible

packages: deps-build-package ## Make the Debian packages, the portable tools and the source tarball, in build/packages
	@packaging/debs
	@packaging/portable
	@packaging/source

release-check: deps-check ## Before a release, as root: check README's commands and the packages on bare Debian systems
	@packaging/release-check

docs: build ## Write the manual pages and completions anew from the option tables
	@cmake --build --preset release --target docs

docs-api: deps-lint ## Write the API reference from the headers, into build/api/html
	@.ci/lint api

format: deps-lint ## Lay out the code with clang-format
	@.ci/lint --fix format

clean: ## Remove everything built
	rm -rf build

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
