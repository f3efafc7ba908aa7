class DropNewestStrategy(BackpressureStrategy):
    """Full means that the newcomer is refused."""

    def offer(self, item):
        if self.buffer.push(item):
            if self.trace: self.trace("store")
            return {"became": "stored", "evicted": None}
        if self.trace: self.trace("refuse")
        return {"became": "refused"}
