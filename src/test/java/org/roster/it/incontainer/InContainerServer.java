package org.roster.it.incontainer;

import java.io.File;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.roster.it.ArquillianFolder;

/** Lays out Arquillian's server before Arquillian starts it. */
final class InContainerServer implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        // JUnit calls this inside the server as well, where there is nothing to lay out.
        if (System.getProperty("roster.server") != null) {
            ArquillianFolder.lay();
        }
    }

    static File war() {
        return ArquillianFolder.war();
    }
}
