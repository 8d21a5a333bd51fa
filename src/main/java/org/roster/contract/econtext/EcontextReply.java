package org.roster.contract.econtext;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.http.Exchange;

/**
 * The envelope of every good answer.
 *
 * @param <R> what was asked for, under its own name
 */
public record EcontextReply<R>(EcontextResult<R> econtext) {

    /**
     * What is in the envelope.
     *
     * @param elapsed how long it took, in seconds
     */
    public record EcontextResult<R>(
            R result,

            @Schema(description = "Seconds", examples = "0.0005970001220703125")
            BigDecimal elapsed) {}

    public static <R> EcontextReply<R> of(R result, Exchange exchange) {
        return new EcontextReply<>(new EcontextResult<>(result, elapsed(exchange)));
    }

    /** The seconds that the request has taken until now, in plain digits. */
    static BigDecimal elapsed(@Nullable Exchange exchange) {
        double seconds = exchange == null ? 0 : exchange.elapsed();
        return seconds == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(seconds).setScale(9, RoundingMode.HALF_UP);
    }
}
