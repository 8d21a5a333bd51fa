package org.roster.retry;

/** What is known of a request that came with a key. */
public sealed interface Taken {

    /** It is new, or was given up; whoever holds the claim answers it. */
    record Begun(Claim claim) implements Taken {}

    /** It was answered. */
    record Answered(Answer answer) implements Taken {}

    /** It was answered, by more than is kept. */
    record AnsweredAtLength() implements Taken {}

    /** It is being answered. */
    record Running() implements Taken {}

    /** The key came with another request before. */
    record OfAnother() implements Taken {}
}
