package org.roster.mail;

/** The subject and the two bodies of a mail: a template's, or those that were made from it. */
public record Wording(String subject, String text, String html) {}
