package org.roster.audit.chain;

import org.roster.audit.AuditRecord;

/**
 * An event at its place.
 *
 * @param seq its place in its tenant's sequence, from one
 * @param link what ties it to those before, 32 bytes
 */
public record ChainedEvent(long seq, byte[] link, AuditRecord event) {

    public ChainedEvent {
        link = link.clone();
    }

    @Override
    public byte[] link() {
        return link.clone();
    }
}
