package org.roster.contract.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;

/**
 * A problem (RFC 9457).
 *
 * @param type {@code about:blank}: the status and the code say what there is to say
 * @param title the status in words
 * @param code the reason as one word that programs can compare
 * @param errors the broken constraints, by member
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String field,
        @Nullable List<Failure.Violation> errors) {}
