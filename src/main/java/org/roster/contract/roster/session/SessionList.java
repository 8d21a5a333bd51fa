package org.roster.contract.roster.session;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.token.Session;

/** The sessions of one person, the newest first; a hundred at most. */
@Schema(name = "SessionList")
public record SessionList(List<SessionBody> items) {

    static SessionList of(List<Session> sessions) {
        return new SessionList(sessions.stream().map(SessionBody::of).toList());
    }
}
