MAX_RELATIVE_OFFSET = 0x7FFFFFFF


class LogSegment:
    """One file of a partition: batches one behind the other, and a sparse index to find an offset in them."""

    def __init__(self, base_offset, created, config):
        self._trace = None
        self.base_offset = base_offset
        self.created = created
        self.config = config
        self.index = OffsetIndex(config["segment_index_bytes"])
        self.batches = []
        self.positions = []
        self.bytes = 0
        self.largest_timestamp = -1
        self.first_timestamp = None
        self.bytes_since_indexed = 0

    @property
    def trace(self):
        return self._trace

    @trace.setter
    def trace(self, trace):
        self._trace = trace
        self.index.trace = trace

    def should_roll(self, batch, now):
        if self.bytes > self.config["segment_bytes"] - batch.bytes:
            return True
        if self.first_timestamp is None:
            age = now - self.created
        else:
            age = batch.max_timestamp - self.first_timestamp
        if self.bytes > 0 and age > self.config["segment_ms"]:
            return True
        return self.index.is_full() or batch.last_offset - self.base_offset > MAX_RELATIVE_OFFSET

    def append(self, batch):
        place = len(self.batches)
        if self.bytes_since_indexed > self.config["index_interval_bytes"]:
            self.index.append(OffsetIndexEntry(batch.last_offset, self.bytes, place))
            self.bytes_since_indexed = 0
        self.batches.append(batch)
        self.positions.append(self.bytes)
        if self.trace: self.trace("write", segment=self.base_offset, offset=batch.base_offset, position=self.bytes)
        self.bytes += batch.bytes
        self.bytes_since_indexed += batch.bytes
        if self.trace: self.trace("grow", segment=self.base_offset, bytes=self.bytes)
        self.largest_timestamp = max(self.largest_timestamp, batch.max_timestamp)
        if self.first_timestamp is None:
            self.first_timestamp = self.largest_timestamp

    def find(self, offset):
        entry = self.index.lookup(offset)
        for place in range(entry.place if entry else 0, len(self.batches)):
            batch = self.batches[place]
            if self.trace: self.trace("scan", segment=self.base_offset, place=place, lastOffset=batch.last_offset)
            if batch.last_offset >= offset:
                return place
        return None

    def position_of(self, offset):
        place = self.find(offset)
        return self.bytes if place is None else self.positions[place]

    def read(self, offset, max_bytes, end):
        first = self.find(offset)
        if first is None:
            return None
        read = []
        left = max(max_bytes, self.batches[first].bytes)
        for place in range(first, len(self.batches)):
            batch = self.batches[place]
            if batch.bytes > left or self.positions[place] + batch.bytes > end:
                break
            if self.trace: self.trace("read", segment=self.base_offset, place=place)
            read.append(batch)
            left -= batch.bytes
        return read

    def truncate_to(self, offset):
        place = self.find(offset)
        if place is None:
            return 0
        removed = self.bytes - self.positions[place]
        self.batches = self.batches[:place]
        self.positions = self.positions[:place]
        self.bytes -= removed
        if self.trace: self.trace("truncate", segment=self.base_offset, bytes=self.bytes)
        self.index.truncate(place)
        indexed = self.index.entries[-1].position if self.index.entries else 0
        self.bytes_since_indexed = self.bytes - indexed
        self.largest_timestamp = max((batch.max_timestamp for batch in self.batches), default=-1)
        if place == 0:
            self.first_timestamp = None
        return removed

    def replace(self, batches):
        self.batches = []
        self.positions = []
        self.index.truncate(0)
        self.bytes = 0
        self.bytes_since_indexed = 0
        self.largest_timestamp = -1
        self.first_timestamp = None
        for batch in batches:
            self.append(batch)
