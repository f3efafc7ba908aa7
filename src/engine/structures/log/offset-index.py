from dataclasses import dataclass

ENTRY_BYTES = 8


@dataclass(frozen=True)
class OffsetIndexEntry:
    """Where a batch lies: its last offset, its first byte, and which batch of the segment it is."""

    offset: int
    position: int
    place: int


class OffsetIndex:
    """A sparse index: it names one batch in every few kilobytes, and the rest of the way is read."""

    def __init__(self, max_bytes):
        self.trace = None
        self.max_entries = max_bytes // ENTRY_BYTES
        self.entries = []

    def is_full(self):
        return len(self.entries) >= self.max_entries

    def append(self, entry):
        self.entries.append(entry)
        if self.trace: self.trace("index", offset=entry.offset, position=entry.position)

    def lookup(self, offset):
        low = 0
        high = len(self.entries)
        while low < high:
            middle = (low + high) // 2
            entry = self.entries[middle]
            if self.trace: self.trace("compare", low=low, middle=middle, high=high, offset=entry.offset)
            if entry.offset <= offset:
                low = middle + 1
            else:
                high = middle
        found = self.entries[low - 1] if low > 0 else None
        if self.trace: self.trace("found", entry=low - 1, position=found.position if found else 0)
        return found

    def truncate(self, place):
        self.entries = [entry for entry in self.entries if entry.place < place]
        if self.trace: self.trace("truncate-index", entries=len(self.entries))
