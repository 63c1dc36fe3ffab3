package io.dateline.store.stream;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.stream.ChangeReader.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One client: what it wants, and where it is. It is handed changes as it asks for them, those that are not recent any more
 * from the table, so that one who takes nothing holds next to nothing. Thread-safe.
 */
final class Follower implements Subscription {
    /** Each time costs a client about as much, however much it is handed; and it may take nothing more of it. */
    private static final int AT_ONCE = CatchUp.KEPT;

    private final ChangeFilter filter;
    private final Tail tail;
    private final CatchUp table;
    private final Readers readers;
    private final Subscriber<? super List<Change>> client;
    private final Consumer<Follower> onEnd;

    private final AtomicLong demand = new AtomicLong();
    /** How often there was reason to hand on since somebody began to: one thread at a time does. */
    private final AtomicInteger reasons = new AtomicInteger();
    /** The last seq looked at for this client, whether it matched or not. */
    private volatile long position;

    private volatile boolean following;
    /** It is told that there is more, as all who follow are, and reads it from the table itself. */
    private volatile boolean apart;

    private volatile long apartUntil;
    /** While a thread of the readers looks: nobody else touches what follows. */
    private volatile boolean reading;

    private Iterator<Found> read = List.<Found>of().iterator();
    /** Where the client is once it has been handed all that was read. */
    private long readTo;

    /** What it is handed when it asks; empty where nothing is in memory for it. */
    private List<Change> next = List.of();

    private volatile boolean owed;
    private volatile long movedAt = System.nanoTime();
    private volatile Throwable failure;
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * Threads that may wait for the database.
     *
     * @param apart for those whose filters are too dear for the others to wait for
     */
    record Readers(Executor catchUp, Executor apart) {}

    /**
     * @param after   the last seq the client has seen
     * @param onEnd   called once, when the client has left or is told to
     */
    Follower(
            ChangeFilter filter,
            long after,
            Tail tail,
            ChangeReader reader,
            Readers readers,
            Subscriber<? super List<Change>> client,
            Consumer<Follower> onEnd) {
        this.filter = filter;
        this.position = after;
        this.readTo = after;
        this.tail = tail;
        this.table = new CatchUp(reader, filter);
        this.readers = readers;
        this.client = client;
        this.onEnd = onEnd;
    }

    void start() {
        client.onSubscribe(this);
        wake();
    }

    ChangeFilter filter() {
        return filter;
    }

    boolean isApart() {
        return apart;
    }

    /**
     * From the next change that is read for all on, it is not read for this one.
     *
     * @param until see {@link Tail#now}
     */
    void setApart(long until) {
        apartUntil = until;
        apart = true;
    }

    @Override
    public void request(long amount) {
        demand.updateAndGet(asked -> asked + amount < 0 ? Long.MAX_VALUE : asked + amount);
        wake();
    }

    @Override
    public void cancel() {
        if (over.compareAndSet(false, true)) {
            tail.forget(this);
            onEnd.accept(this);
        }
    }

    /** Ends it where it has been owed something for so long and takes nothing. */
    void check(Duration stall) {
        if (owed && System.nanoTime() - movedAt > stall.toNanos()) {
            failure = new StalledException();
            wake();
        }
    }

    /** There may be something new, or somewhere to put it. */
    void wake() {
        if (reasons.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            handOn();
            seen = reasons.addAndGet(-seen);
        } while (seen != 0);
    }

    private void handOn() {
        boolean more = true;
        while (more && !over.get()) {
            try {
                more = handOnOnce();
            } catch (RuntimeException | Error e) {
                // The others are handed theirs all the same, and it must not hang.
                failure = e;
            }
        }
    }

    private boolean handOnOnce() {
        if (failure != null) {
            cancel();
            client.onError(failure);
            return false;
        }
        if (next.isEmpty() && !reading) {
            next = gather();
        }
        if (next.isEmpty()) {
            return false;
        }
        if (demand.get() == 0) {
            owe();
            return false;
        }
        List<Change> changes = next;
        next = List.of();
        owed = false;
        demand.updateAndGet(asked -> asked == Long.MAX_VALUE ? asked : asked - 1);
        client.onNext(changes);
        return true;
    }

    private void owe() {
        if (!owed) {
            movedAt = System.nanoTime();
            owed = true;
        }
    }

    /** What it wants of what is in memory; where that is nothing and there may be more, the table is asked. */
    private List<Change> gather() {
        List<Change> wanted = new ArrayList<>();
        for (Found found = inMemory(); found != null; found = wanted.size() < AT_ONCE ? inMemory() : null) {
            position = Math.max(position, found.change().seq());
            if (filter.matches(found)) {
                wanted.add(found.change());
            }
        }
        if (wanted.isEmpty() && (!following || position < tail.position())) {
            reading = true;
            submit();
        }
        return wanted;
    }

    private Found inMemory() {
        while (read.hasNext()) {
            Found found = read.next();
            if (found.change().seq() > position) {
                return found;
            }
        }
        position = Math.max(position, readTo);
        Found found = following && position < tail.position() ? tail.recent(position + 1) : null;
        // In this order: what was read without its filter came to be there after it was set apart.
        return apart ? null : found;
    }

    private void submit() {
        try {
            (apart ? readers.apart() : readers.catchUp()).execute(this::readOn);
        } catch (RejectedExecutionException stopping) {
            failure = stopping;
            wake();
        }
    }

    private void readOn() {
        if (over.get()) {
            return;
        }
        try {
            boolean back = apart && tail.now() - apartUntil >= 0;
            long upTo = tail.position();
            CatchUp.Stretch stretch = table.after(position);
            if (back) {
                comeBack();
            }
            List<Found> wanted = new ArrayList<>(stretch.wanted());
            readTo = stretch.end();
            if (following && readTo == position) {
                // What it was to read next is not kept any more.
                readTo = upTo;
            } else if (!following && stretch.last()) {
                CatchUp.Stretch missed = tail.enter(this, readTo);
                wanted.addAll(missed.wanted());
                readTo = missed.end();
                following = true;
                if (over.get()) {
                    tail.forget(this);
                }
            }
            read = wanted.iterator();
        } catch (ProblemException e) {
            if (following && e.problem().code().equals(ProblemCode.STORE_UNAVAILABLE.code())) {
                // As the others who follow: they are all woken when the tail has read again.
                reading = false;
                return;
            }
            failure = e;
        } catch (RuntimeException | Error e) {
            // Whatever it is: with nobody reading for it, it would wait for ever.
            failure = e;
        }
        reading = false;
        wake();
    }

    /** As one who is new: reads up by itself, and then follows. */
    private void comeBack() {
        tail.forget(this);
        following = false;
        apart = false;
    }
}
