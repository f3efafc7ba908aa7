class SampleStrategy(BackpressureStrategy):
    """Nearly full means that only a share of the items gets in, drawn by lot."""

    def __init__(self, buffer, draw, rate=0.1, threshold=0.8):
        super().__init__(buffer)
        self.draw = draw
        self.rate = rate
        self.threshold = threshold

    def offer(self, item):
        crowded = self.buffer.size >= max(1, self.threshold * self.buffer.capacity)
        if crowded and self.draw() >= self.rate:
            if self.trace: self.trace("sample-away")
            return {"became": "sampled-away"}
        if self.buffer.push(item):
            if self.trace: self.trace("store")
            return {"became": "stored", "evicted": None}
        if self.trace: self.trace("refuse")
        return {"became": "refused"}
