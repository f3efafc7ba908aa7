def below_log_start(log_start_offset):
    """Wholly below the log start offset, which somebody moved by deleting records."""
    return lambda _, following: following is not None and following.base_offset <= log_start_offset


def over_size(segments, retention_bytes):
    """Too much is held: a segment goes only if what is left is still `retention_bytes`; −1 for no limit."""
    excess = sum(segment.bytes for segment in segments) - retention_bytes

    def expired(segment, _):
        nonlocal excess
        if retention_bytes < 0 or excess < segment.bytes:
            return False
        excess -= segment.bytes
        return True

    return expired


def too_old(now, retention_ms):
    """Even its newest record is too old; −1 for no limit. When the segment was started does not count."""

    def expired(segment, _):
        newest = segment.largest_timestamp if segment.largest_timestamp >= 0 else segment.created
        return retention_ms >= 0 and now - newest > retention_ms

    return expired
