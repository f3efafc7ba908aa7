class PartitionReader:
    """A log that keeps its newest records, and one group's position in it."""

    def __init__(self, retention):
        self.log = OverwritingRingBuffer(retention)
        self.position = 0
        self.trace = None

    @property
    def start(self):
        return self.log.total_written - self.log.size

    @property
    def lag(self):
        return self.log.total_written - self.position

    @property
    def missing(self):
        return max(0, self.start - self.position)

    def append(self, record):
        self.log.push(record)
        if self.trace: self.trace("write", start=self.start)

    def read(self):
        if self.missing > 0:
            if self.trace: self.trace("out-of-range", start=self.start)
            return None
        if self.lag == 0:
            if self.trace: self.trace("nothing-there")
            return None
        record, = self.log.get_window(self.position, 1)
        if self.trace: self.trace("read", position=self.position)
        self.position += 1
        return record

    def reset_to_earliest(self):
        skipped = self.missing
        self.position = max(self.position, self.start)
        if self.trace: self.trace("skip", skipped=skipped)
        return skipped
