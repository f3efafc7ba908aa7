class DriftEstimate:
    """How much faster the sender's clock runs than the receiver's: the slope of the least-squares line, less 1."""

    def __init__(self, most=150):
        self.arrivals = OverwritingRingBuffer(most)
        self.trace = None

    def note(self, sent, came):
        self.arrivals.push((sent, came))

    def clear(self):
        self.arrivals.clear()

    def speed(self, surplus):
        speed = 1 + self.drift() + 0.01 * surplus
        if self.trace: self.trace("follow", speed=speed)
        return min(1.1, max(0.9, speed))

    def drift(self):
        count = self.arrivals.size
        first = self.arrivals.peek()
        if first is None or count < 25:
            if self.trace: self.trace("wait-for-more")
            return 0
        sum_x = sum_y = sum_xx = sum_xy = 0
        for sent, came in self.arrivals:
            # Counted from the first, so that large times do not cost digits.
            x, y = came - first[1], sent - first[0]
            sum_x += x
            sum_y += y
            sum_xx += x * x
            sum_xy += x * y
        if self.trace: self.trace("sum-up")
        spread = count * sum_xx - sum_x * sum_x
        return 0 if spread == 0 else (count * sum_xy - sum_x * sum_y) / spread - 1
