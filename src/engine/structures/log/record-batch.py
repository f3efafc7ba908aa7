from dataclasses import dataclass

HEADER_BYTES = 61


@dataclass(frozen=True)
class RecordBatch:
    """Records that were appended together: the smallest thing that is written, read and truncated."""

    base_offset: int
    last_offset: int
    records: list
    leader_epoch: int
    max_timestamp: int
    bytes: int


def batch_of(base_offset, records, leader_epoch):
    if not records:
        raise ValueError("a batch holds at least one record; got none")
    return RecordBatch(
        base_offset,
        base_offset + len(records) - 1,
        [{**record, "offset": base_offset + delta} for delta, record in enumerate(records)],
        leader_epoch,
        max(record["timestamp"] for record in records),
        size_of(records),
    )


def size_of(records):
    """What the records take on disk, in version 2 of Kafka's record format."""
    first = records[0]["timestamp"]
    total = HEADER_BYTES
    for delta, record in enumerate(records):
        body = body_size(record, delta, record["timestamp"] - first)
        total += varint_size(body) + body
    return total


def body_size(record, offset_delta, timestamp_delta):
    attributes = 1
    headers = record.get("headers", [])
    listed = varint_size(len(headers)) + sum(text_size(key) + text_size(value) for key, value in headers)
    times = varint_size(timestamp_delta) + varint_size(offset_delta)
    return attributes + times + text_size(record["key"]) + text_size(record["value"]) + listed


def text_size(text):
    """The bytes of a length and the text behind it; the length of None is −1."""
    if text is None:
        return varint_size(-1)
    length = len(text.encode("utf-8", "replace"))
    return varint_size(length) + length


def varint_size(value):
    """How many bytes a whole number takes as a zigzag varint: seven bits a byte."""
    rest = 2 * value if value >= 0 else -2 * value - 1
    return max(1, -(-rest.bit_length() // 7))
