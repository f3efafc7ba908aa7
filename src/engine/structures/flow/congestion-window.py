class CongestionWindow:
    """How many packets a TCP sender may have under way, in the manner of Reno."""

    def __init__(self):
        self.size = 2
        self.threshold = float("inf")
        self.recover = -1
        self.trace = None

    def acknowledged(self, number):
        if number <= self.recover:
            if self.trace: self.trace("too-old")
            return
        self.size += 1 if self.size < self.threshold else 1 / self.size
        if self.trace: self.trace("widen", size=self.size)

    def lost(self, number, latest):
        if number <= self.recover:
            if self.trace: self.trace("too-old")
            return
        self._halve_threshold()
        self.size = self.threshold
        if self.trace: self.trace("narrow", size=self.size)
        self.recover = latest

    def timed_out(self, latest):
        self._halve_threshold()
        self.size = 2
        if self.trace: self.trace("begin-again", size=self.size)
        self.recover = latest

    def _halve_threshold(self):
        self.threshold = max(2, self.size // 2)
