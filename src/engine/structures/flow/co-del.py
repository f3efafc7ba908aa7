from math import sqrt


class CoDel:
    """Controlled Delay: drops from the front of a queue by how long its packets have waited (RFC 8289)."""

    def __init__(self):
        self.dropping = False
        self.count = 0
        self.last_count = 0
        self.drop_next = 0
        self.first_above_time = None
        self.trace = None

    def dequeue(self, now, queue, target, interval, drop):
        packet, late = self._next(now, queue, target, interval)
        if self.dropping:
            if not late:
                self.dropping = False
                if self.trace: self.trace("stop")
            while self.dropping and now >= self.drop_next:
                drop(packet)
                if self.trace: self.trace("drop")
                self.count += 1
                packet, late = self._next(now, queue, target, interval)
                if late:
                    self.drop_next = self._control_law(self.drop_next, interval)
                    if self.trace: self.trace("plan-drop", count=self.count)
                else:
                    self.dropping = False
                    if self.trace: self.trace("stop")
        elif late:
            drop(packet)
            if self.trace: self.trace("drop")
            packet, _ = self._next(now, queue, target, interval)
            self.dropping = True
            # It was dropping a short while ago: go on at about the rate that was right then.
            delta = self.count - self.last_count
            is_recent = now - self.drop_next < 16 * interval
            self.count = delta if delta > 1 and is_recent else 1
            self.drop_next = self._control_law(now, interval)
            if self.trace: self.trace("plan-drop", count=self.count)
            self.last_count = self.count
        return packet

    def _next(self, now, queue, target, interval):
        packet = queue.take()
        # With at most one packet left behind it there is no standing queue, however slow the link.
        if packet is None or now - packet.joined < target or queue.size <= 1:
            self.first_above_time = None
            if self.trace: self.trace("below-target")
            return packet, False
        self.first_above_time = self.first_above_time or now + interval
        if self.trace: self.trace("above-target")
        return packet, now >= self.first_above_time

    def _control_law(self, time, interval):
        return time + interval / sqrt(self.count)
