package org.roster.contract.roster.factor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Codes that stand in for a lost device, each once. Shown this once; all earlier ones are void. */
@Schema(name = "RecoveryCodes")
public record RecoveryCodesBody(
        @Schema(examples = "[\"abcde-fghij\"]") List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "RecoveryCodesBody"; // never the codes
    }
}
