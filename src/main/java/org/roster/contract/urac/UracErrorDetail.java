package org.roster.contract.urac;

/** One thing that went wrong, by its number and in words. */
public record UracErrorDetail(int code, String message) {}
