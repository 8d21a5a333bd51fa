package org.roster.contract.roster.mail;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.mail.Wording;

/** A subject and two bodies: of a template, or of the mail that it makes. */
@Schema(
        name = "Wording",
        description =
                "Logic-less templates (Mustache) with the variables `name`, `username`, `tenant`, `hours`, and `link` or"
                        + " `pin` where the mail brings one.")
public record WordingBody(
        @Schema(required = true, examples = "{{tenant}}: welcome") @NotBlank
        String subject,

        @Schema(required = true, examples = "Hello {{name}}, begin here: {{link}}") @NotBlank
        String text,

        @Schema(required = true, examples = "<p>Hello {{name}}, <a href=\"{{link}}\">begin here</a></p>") @NotBlank
        String html) {

    static WordingBody of(Wording wording) {
        return new WordingBody(wording.subject(), wording.text(), wording.html());
    }

    Wording toWording() {
        return new Wording(subject, text, html);
    }
}
