class CircuitBreaker:
    """Closed, it lets calls pass and counts failures in a row; open, it lets none pass; half open, it lets one try."""

    def __init__(self, threshold, cool_down):
        self.state = "closed"
        self.failures = 0
        self.threshold = threshold
        self.cool_down = cool_down
        self.opened_at = 0
        self.trace = None

    def admit(self, now):
        if self.state == "closed":
            if self.trace: self.trace("pass")
            return "pass"
        if self.state == "half-open" or now < self.opened_at + self.cool_down:
            if self.trace: self.trace("refuse")
            return "refuse"
        self.state = "half-open"
        if self.trace: self.trace("half-open")
        return "probe"

    def report(self, ok, admission, now):
        if admission == "pass" and self.state != "closed":
            if self.trace: self.trace("ignore")
            return
        if ok:
            self.failures = 0
            self.state = "closed"
            if self.trace: self.trace("close")
            return
        self.failures += 1
        if self.trace: self.trace("count-failure", failures=self.failures)
        if admission == "pass" and self.failures < self.threshold:
            return
        self.state = "open"
        if self.trace: self.trace("open")
        self.opened_at = now
