STERNNESS = {"block": 0, "grow": 1, "sample": 2, "dropOldest": 3}


class AdaptiveController:
    """Chooses what a buffer does with newcomers, from what was measured."""

    def __init__(self, limits=None, minimum_stay=1_000, hysteresis=True):
        self.mode = "block"
        self.since = 0
        self.changes = 0
        self.limits = limits or {"p99": 1_000, "ratio": 2, "fullness": 0.9, "trickle": 10}
        self.minimum_stay = minimum_stay
        self.hysteresis = hysteresis
        self.trace = None

    def decide(self, now, measured):
        wanted = self.wanted(**measured)
        if wanted == self.mode:
            if self.trace: self.trace("keep", mode=self.mode)
            return self.mode
        if self.hysteresis and now - self.since < self.minimum_stay:
            if self.trace: self.trace("stay", mode=self.mode, wanted=wanted)
            return self.mode
        self.mode = wanted
        self.since = now
        self.changes += 1
        if self.trace: self.trace("change-mode", mode=wanted)
        return self.mode

    def wanted(self, p99, arrivals, departures, fullness, can_grow):
        if p99 is not None and p99 > self.limit("p99", "dropOldest"):
            return "dropOldest"
        overload = arrivals > self.limit("ratio", "sample") * departures
        if overload and arrivals > self.limits["trickle"]:
            return "sample"
        if fullness > self.limit("fullness", "grow") and can_grow:
            return "grow"
        return "block"

    def limit(self, measure, mode):
        called_in = self.hysteresis and STERNNESS[self.mode] >= STERNNESS[mode]
        return self.limits[measure] * (0.7 if called_in else 1)
