class OffsetOutOfRange(Exception):
    """The log does not hold the offset: OFFSET_OUT_OF_RANGE."""


class DistributedLogPartition:
    """One replica of one partition: an append-only log in segments, with a start that retention moves."""

    def __init__(self, config, clock):
        self._trace = None
        self.config = config
        self.clock = clock
        self.segments = [LogSegment(0, clock(), config)]
        self.log_start_offset = 0
        self.log_end_offset = 0
        self.high_watermark = 0
        self.first_dirty_offset = 0
        self.epochs = LeaderEpochs()

    @property
    def trace(self):
        return self._trace

    @trace.setter
    def trace(self, trace):
        self._trace = trace
        for segment in self.segments:
            segment.trace = trace

    @property
    def active_segment(self):
        return self.segments[-1]

    def become_leader(self, epoch):
        self.epochs.assign(epoch, self.log_end_offset)
        if self.trace: self.trace("reign", epoch=epoch, offset=self.log_end_offset)

    def append(self, key, value, headers=()):
        record = {"key": key, "value": value, "headers": headers, "timestamp": self.clock()}
        return self.append_batch([record]).base_offset

    def append_batch(self, records):
        epoch, _ = self.epochs.latest() or (0, 0)
        batch = batch_of(self.log_end_offset, records, epoch)
        self._write(batch)
        return batch

    def replicate(self, batch):
        if batch.base_offset < self.log_end_offset:
            raise ValueError(f"batch begins at {batch.base_offset}, but the log ends at {self.log_end_offset}")
        self.epochs.assign(batch.leader_epoch, batch.base_offset)
        self._write(batch)

    def roll(self):
        if self.active_segment.base_offset == self.log_end_offset:
            self.segments.pop()
        self._add_segment(self.log_end_offset)

    def set_high_watermark(self, offset):
        self.high_watermark = min(max(offset, self.log_start_offset), self.log_end_offset)
        if self.trace: self.trace("high-watermark", offset=self.high_watermark)

    def advance_high_watermark(self, offset):
        if offset > self.log_end_offset:
            raise ValueError(f"high watermark {offset} would lie beyond the log end {self.log_end_offset}")
        if offset > self.high_watermark:
            self.set_high_watermark(offset)

    def read(self, offset, max_bytes, isolation="high-watermark"):
        if not self.log_start_offset <= offset <= self.log_end_offset:
            raise OffsetOutOfRange(f"offset {offset}; the log holds {self.log_start_offset} to {self.log_end_offset}")
        end = self.log_end_offset if isolation == "log-end" else self.high_watermark
        if offset >= end:
            return []
        last = self.segment_of(end)
        for at in range(self.segment_of(offset), last + 1):
            segment = self.segments[at]
            read = segment.read(offset, max_bytes, segment.position_of(end) if at == last else segment.bytes)
            if read is not None:
                return read
        return []

    def segment_of(self, offset):
        low = 1
        high = len(self.segments)
        while low < high:
            middle = (low + high) // 2
            base_offset = self.segments[middle].base_offset
            if self.trace: self.trace("compare-segment", low=low, middle=middle, high=high, baseOffset=base_offset)
            if base_offset <= offset:
                low = middle + 1
            else:
                high = middle
        if self.trace: self.trace("segment-found", segment=low - 1)
        return low - 1

    def apply_retention(self):
        policy = self.config["cleanup_policy"]
        by_log_start = self._drop(below_log_start(self.log_start_offset), "below-log-start")
        if policy == "compact":
            return {"byLogStart": by_log_start, "bySize": 0, "byTime": 0}
        by_size = self._drop(over_size(self.segments, self.config["retention_bytes"]), "over-size")
        by_time = self._drop(too_old(self.clock(), self.config["retention_ms"]), "too-old")
        return {"byLogStart": by_log_start, "bySize": by_size, "byTime": by_time}

    def delete_records(self, offset=None):
        if offset is None:
            offset = self.high_watermark
        if not 0 <= offset <= self.high_watermark:
            raise OffsetOutOfRange(f"offset {offset}; committed is up to {self.high_watermark}")
        self._move_log_start(offset)

    def truncate_to(self, offset):
        if offset >= self.log_end_offset:
            self.epochs.truncate_end(self.log_end_offset)
            return self.log_end_offset
        if offset <= self.segments[0].base_offset:
            self.segments = []
            self._add_segment(offset)
            self.log_end_offset = offset
        else:
            self.segments = self.segments[: self.segment_of(offset) + 1]
            first = self.active_segment.find(offset)
            begin = offset if first is None else self.active_segment.batches[first].base_offset
            self.active_segment.truncate_to(offset)
            self.log_end_offset = min(offset, begin)
        if self.trace: self.trace("truncate", to=self.log_end_offset)
        self.epochs.truncate_end(self.log_end_offset)
        self.log_start_offset = min(self.log_start_offset, self.log_end_offset)
        self.high_watermark = min(self.high_watermark, self.log_end_offset)
        self.first_dirty_offset = min(self.first_dirty_offset, self.log_end_offset)
        return self.log_end_offset

    def _write(self, batch):
        if self.active_segment.should_roll(batch, self.clock()):
            self.roll()
        self.active_segment.append(batch)
        self.log_end_offset = batch.last_offset + 1
        if self.trace: self.trace("advance-log-end", to=self.log_end_offset)

    def _add_segment(self, base_offset):
        segment = LogSegment(base_offset, self.clock(), self.config)
        segment.trace = self._trace
        self.segments.append(segment)
        if self.trace: self.trace("roll", segment=base_offset)

    def _drop(self, expired, why):
        count = 0
        for segment in self.segments:
            following = self.segments[count + 1] if count + 1 < len(self.segments) else None
            committed = (following.base_offset if following else self.log_end_offset) <= self.high_watermark
            last_and_empty = following is None and segment.bytes == 0
            if not committed or last_and_empty or not expired(segment, following):
                break
            if self.trace: self.trace("expire", segment=segment.base_offset, why=why)
            count += 1
        if count == 0:
            return 0
        if count == len(self.segments):
            self.roll()
        self.segments = self.segments[count:]
        if self.trace: self.trace("drop-segments", count=count)
        self._move_log_start(self.segments[0].base_offset)
        return count

    def _move_log_start(self, offset):
        if offset <= self.log_start_offset:
            return
        self.log_start_offset = offset
        self.epochs.truncate_start(offset)
        if self.trace: self.trace("advance-log-start", to=offset)
