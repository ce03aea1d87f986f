#pragma once

namespace ku {

/// Gives a file the owner, group, mode, access control list and extended attributes of another, and never more rights
/// on the way there than it has in the end. False if any of them cannot be kept; the file may have some of them then.
/// What the system derives from the content (capabilities, signatures) is left out.
bool copy_attributes(int from, int to);

/// Makes the content of `to` that of `from`, from its start, and waits until it is on the disk. Room is reserved first,
/// so that a full disk leaves `to` as it was where the file system can do that. Returns 0 or the error number.
int copy_content(int from, int to);

/// Waits until a file is on the disk. Returns 0 or the error number; what cannot be synchronized at all is no error.
int synchronize(int descriptor);

}  // namespace ku
