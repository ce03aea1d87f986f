#pragma once

#include "common/io/input/source.hpp"
#include "common/pipeline/pipeline_item.hpp"

namespace ku {

/// Checks the UTF-8 of an item and counts its records. Depends on no other item, so items can be checked in parallel.
///
/// Ill-formed sequences are replaced or dropped, or, under `Invalid::fail`, the text is ended before the record that
/// has one, and `fault` is set. (If earlier parts of that record, too long for one chunk, are already in the
/// pipeline, the record is terminated.)
void check(PipelineItem& item, Invalid invalid);

/// Ends the text of a checked item before the record that has an error, and sets `fault`.
void fail_at(const RecordError& error, PipelineItem& item);

}  // namespace ku
