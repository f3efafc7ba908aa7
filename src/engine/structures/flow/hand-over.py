class HandOver:
    """Hands items on to the next stage. While that has no room, whoever hands on can do nothing else."""

    def __init__(self, next_stage, guard):
        self.next_stage = next_stage
        self.guard = guard
        self.trace = None

    def give(self, item):
        while True:
            guard = self.guard()
            admission = guard.admit()
            if admission == "refuse":
                return admission
            if self.next_stage.put(item):
                if self.trace: self.trace("hand-on")
                return admission
            if self.trace: self.trace("stuck")
            has_room = yield self.next_stage.not_full.wait(guard.patience)
            if not has_room or admission == "probe":
                guard.failed(admission)
