#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/restore/line_decoder.hpp"

namespace sorani::normalize::restore {

/// A word that was replaced.
struct Replacement {
  std::size_t begin;  ///< in the line
  std::size_t end;
  std::size_t written_begin;  ///< in what was written for the line
  std::size_t written_end;
};

/// Restores the letters of lines that were typed on an Arabic or Persian keyboard.
class Restorer {
 public:
  /// The model and the channel must outlive it. Words whose choice has a smaller probability than `min_probability` are
  /// not restored.
  Restorer(const Model& model, const Channel& channel, const Weights& weights, double min_probability)
      : reader_(channel), decoder_(model, channel, weights), min_probability_(static_cast<float>(min_probability)) {}

  /// Appends the restored line to `out`. Sets `replacements`, if not null, to the words that differ. A line in Kurdish
  /// letters is left as it is.
  void restore(std::string_view line, std::string& out, std::vector<Replacement>* replacements);

 private:
  bool is_as_typed(const Restored& word) const;

  LineReader reader_;
  LineDecoder decoder_;
  float min_probability_;
  Line line_;
};

}  // namespace sorani::normalize::restore
