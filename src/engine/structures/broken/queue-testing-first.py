class QueueTestingFirst(BoundedBlockingQueue):
    """Its put looks for room under the lock, lets go of it, and takes it again to store."""

    def put(self, item, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        waited = False
        with self.lock:
            while self.items.size >= self.capacity and not self.closed:
                if self.trace: self.trace("find-full")
                remaining = deadline - monotonic()
                if remaining <= 0:
                    if self.trace: self.trace("give-up")
                    raise Full()
                if not waited:
                    self.waits += 1
                waited = True
                self.not_full.wait(remaining)
            if self.trace: self.trace("go-on")
        if self.trace: self.trace("let-go")
        with self.lock:
            if self.closed:
                raise Closed()
            self.items.push(item)
            if self.trace: self.trace("store")
            self.operations += 1
            self.not_empty.notify()
            if self.trace: self.trace("notify")
