class DropOldestStrategy(BackpressureStrategy):
    """Full means that the oldest gives way."""

    def offer(self, item):
        evicted = None
        if self.buffer.is_full():
            evicted = self.buffer.pop()
            if self.trace: self.trace("evict")
        self.buffer.push(item)
        if self.trace: self.trace("store")
        return {"became": "stored", "evicted": evicted}
