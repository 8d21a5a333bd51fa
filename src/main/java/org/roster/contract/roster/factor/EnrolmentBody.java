package org.roster.contract.roster.factor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.directory.account.EnrolmentService.Begun;

/** A second factor that waits for its first code. Shown this once. */
@Schema(name = "SecondFactorEnrolment")
public record EnrolmentBody(
        @Schema(description = "Confirms the enrolment, with a code, within 15 minutes")
        String token,

        @Schema(description = "The seed in base 32, for typing it in", examples = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        String secret,

        @Schema(description = "The same for the authenticator application (`otpauth`)")
        String uri,

        @Schema(description = "The address as a QR code: an SVG document")
        String picture) {

    static EnrolmentBody of(Begun begun) {
        var enrolment = begun.enrolment();
        return new EnrolmentBody(begun.token(), enrolment.secret(), enrolment.uri(), enrolment.picture());
    }

    @Override
    public String toString() {
        return "EnrolmentBody"; // never the seed
    }
}
