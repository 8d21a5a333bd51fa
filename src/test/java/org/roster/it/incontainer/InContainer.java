package org.roster.it.incontainer;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.caller.Source;
import org.roster.mail.MailSweeping;

/**
 * The base of an in-container test: the WAR as built, with these tests in it. What a test injects must be reachable for
 * CDI; it asserts with JUnit's own assertions, which Arquillian brings along.
 */
@ExtendWith(InContainerServer.class)
@ArquillianTest
public abstract class InContainer {

    /** Where log-ins of these tests come from. */
    static final Source HERE = new Source("127.0.0.1", null, "test", "test");

    @Deployment
    public static WebArchive roster() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, InContainerServer.war())
                .addPackage(InContainer.class.getPackage())
                .addClass(MailSweeping.class);
    }
}
