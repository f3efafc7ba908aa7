from bisect import bisect_right
from itertools import accumulate


class StickyPartitioner:
    """Chooses partitions for records without a key: the same one until about a batch of bytes went there."""

    def __init__(self, partitions, batch_size, random):
        self.trace = None
        self.partitions = partitions
        self.batch_size = batch_size
        self.random = random
        self.current = None
        self.produced = 0
        self.leaderless = set()
        self.load = None

    def set_leader(self, partition, known):
        if known:
            self.leaderless.discard(partition)
        else:
            self.leaderless.add(partition)

    def set_queues(self, queues):
        """Pairs of a partition and the length of its queue: the shorter, the likelier it is chosen."""
        lengths = [length for _, length in queues]
        equal = len(set(lengths)) == 1 and len(queues) == self.partitions
        if not queues or equal:
            self.load = None
        else:
            self.load = queues, list(accumulate(max(lengths) + 1 - length for length in lengths))

    def partition(self):
        if self.current is None:
            self.current = self._next()
            if self.trace: self.trace("choose", partition=self.current)
        if self.trace: self.trace("stick", partition=self.current)
        return self.current

    def sent(self, size, enable_switch):
        if self.current is None:
            self.current = self._next()
        self.produced += size
        if self.trace: self.trace("count", produced=self.produced)
        if (self.produced >= self.batch_size and enable_switch) or self.produced >= 2 * self.batch_size:
            self.current = self._next()
            self.produced = 0
            if self.trace: self.trace("switch", to=self.current)

    def _next(self):
        drawn = self.random()
        if self.load is not None:
            queues, up_to = self.load
            partition, _ = queues[bisect_right(up_to, drawn % up_to[-1])]
            return partition
        available = [partition for partition in range(self.partitions) if partition not in self.leaderless]
        return available[drawn % len(available)] if available else drawn % self.partitions
