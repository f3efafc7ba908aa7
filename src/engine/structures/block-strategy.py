class BlockStrategy(BackpressureStrategy):
    """Full means wait. Nothing is lost, and the producer stands still."""

    def offer(self, item):
        if self.buffer.push(item):
            if self.trace: self.trace("store")
            return {"became": "stored", "evicted": None}
        if self.trace: self.trace("wait")
        return {"became": "waits"}
