package org.roster.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void aSubscriptionIsANameAKindOrAll() {
        assertThat(EventTypes.subscribable("user.created")).isTrue();
        assertThat(EventTypes.subscribable("user.*")).isTrue();
        assertThat(EventTypes.subscribable("*")).isTrue();
        for (String none :
                new String[] {"", "user", "user.", "user.creatd", "users.*", "*.created", "user.*.*", "**"}) {
            assertThat(EventTypes.subscribable(none)).as(none).isFalse();
        }
        assertThat(EventTypes.matches("user.*", "user.created")).isTrue();
        assertThat(EventTypes.matches("*", "user.created")).isTrue();
        assertThat(EventTypes.matches("mail.*", "mail_template.put")).isFalse();
        assertThat(EventTypes.matches("user.created", "user.created_later")).isFalse();
    }
}
