package org.roster.directory.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roster.system.Ids;

class PermissionViewTest {

    private static final UUID TENANT = UUID.fromString("0196c2a4-5b3e-7d18-9f60-3a7b1c5d2e4f");

    @Test
    void anIdStaysTheSameForATenantAndAName() {
        var id = PermissionView.withoutRow(TENANT, "users:create", Set.of()).id();

        assertThat(PermissionView.withoutRow(TENANT, "users:create", Set.of()).id())
                .isEqualTo(id);
        assertThat(PermissionView.withoutRow(TENANT, "users:read", Set.of()).id())
                .isNotEqualTo(id);
        assertThat(PermissionView.withoutRow(new UUID(0, 1), "users:create", Set.of())
                        .id())
                .isNotEqualTo(id);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void anIdThatARowHasIsNotGivenAgain() {
        var first = PermissionView.withoutRow(TENANT, "old", Set.of()).id();

        assertThat(PermissionView.withoutRow(TENANT, "old", Set.of(first)).id()).isNotEqualTo(first);
    }

    @Test
    void everyIdCanBeKept() {
        for (int i = 0; i < 1000; i++) {
            var id = PermissionView.withoutRow(TENANT, "permission " + i, Set.of())
                    .id();
            assertThat(Ids.keepable(id)).as(id.toString()).isTrue();
        }
    }
}
