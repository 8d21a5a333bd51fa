package org.roster.tally;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes what the rooms count to where it is shown. Before that is known, and on a server without metrics, it goes nowhere. */
@ApplicationScoped
public class Tally {

    /** Where numbers go. It is asked on every request, by many threads at once, so it must neither lock nor search. */
    public interface Sink {

        /**
         * A request that was answered.
         *
         * @param contract its name, or {@code none} when the server ended the request before one was chosen
         * @param nanos how long it took, in nanoseconds
         */
        void request(String contract, int status, long nanos);

        /** A request that was refused. */
        void refusal(String why);

        /** Events of a type that have been committed. */
        void event(String type, long times);

        void count(Counted what);
    }

    private static final Sink NOWHERE = new Sink() {
        @Override
        public void request(String contract, int status, long nanos) {}

        @Override
        public void refusal(String why) {}

        @Override
        public void event(String type, long times) {}

        @Override
        public void count(Counted what) {}
    };

    private volatile Sink sink = NOWHERE;

    /** From now on it is counted there. */
    public void into(Sink where) {
        sink = where;
    }

    public void request(String contract, int status, long nanos) {
        sink.request(contract, status, nanos);
    }

    public void refusal(String why) {
        sink.refusal(why);
    }

    public void event(String type, long times) {
        sink.event(type, times);
    }

    public void count(Counted what) {
        sink.count(what);
    }
}
