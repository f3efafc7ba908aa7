class LaneChoice:
    """Puts each item into the lane in which it is to wait. Whoever stands behind a slow item waits for it."""

    def __init__(self, shared, apart):
        self.keeps_apart = False
        self.shared = shared
        self.apart = apart
        self.trace = None

    def join(self, item, is_slow):
        if is_slow and self.keeps_apart:
            accepted = self.apart.put(item)
            if self.trace: self.trace("join-apart", accepted=accepted)
            return self.apart, accepted
        accepted = self.shared.put(item)
        if self.trace: self.trace("join-shared", accepted=accepted)
        return self.shared, accepted
