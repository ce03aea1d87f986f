#pragma once

namespace ku {

/// Copies owner, group, mode, access control list and extended attributes of one file to another. In no intermediate
/// state does the target grant more access than at the end. Returns false if one of them cannot be copied; some may
/// have been. Attributes that the system derives from the content (capabilities, signatures) are not copied.
bool copy_attributes(int from, int to);

/// Overwrites the content of `to` with that of `from`, and waits until it is on disk. Space is allocated first, so that
/// a full disk leaves `to` unchanged (on file systems with `fallocate`). Returns 0 or the error number.
int copy_content(int from, int to);

/// Waits until a file is on disk. Returns 0 or the error number. A file that does not support it is not an error.
int synchronize(int descriptor);

}  // namespace ku
