package org.roster.it.faults;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.roster.it.Answer;

/** Waits for what comes. */
final class Waiting {

    private Waiting() {}

    static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Until it holds.
     *
     * @return after how many milliseconds it did
     * @throws AssertionError when it does not within so many seconds
     */
    static long until(String what, int seconds, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (since(began) > seconds * 1000L) {
                throw new AssertionError("not within " + seconds + " s: " + what);
            }
            millis(50);
        }
        return since(began);
    }

    /** The first answer that is as wanted, or the last one within so many seconds. */
    static Answer answer(int seconds, Supplier<Answer> ask, Predicate<Answer> wanted) {
        long began = System.nanoTime();
        var answer = ask.get();
        while (!wanted.test(answer) && since(began) < seconds * 1000L) {
            millis(500);
            answer = ask.get();
        }
        return answer;
    }

    /** Milliseconds since a moment of {@link System#nanoTime()}. */
    static long since(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
