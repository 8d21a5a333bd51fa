package org.roster.contract.roster.mail;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All templates that hold in a tenant. */
@Schema(name = "MailTemplateList")
public record MailTemplateList(List<MailTemplateBody> items) {}
