package org.roster.contract.urac;

import java.util.List;

/**
 * What went wrong, in the envelope of every SOAJS service.
 *
 * @param result always false
 */
public record UracRefused(boolean result, Errors errors) {

    static UracRefused of(List<UracErrorDetail> details) {
        var codes =
                details.stream().map(UracErrorDetail::code).distinct().sorted().toList();
        return new UracRefused(false, new Errors(codes, details));
    }

    /** The numbers, sorted and without repetition, and each with its text. */
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "UracErrors")
    public record Errors(List<Integer> codes, List<UracErrorDetail> details) {}
}
