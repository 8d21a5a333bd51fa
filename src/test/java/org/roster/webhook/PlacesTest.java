package org.roster.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void neitherAnEndpointNorATenantTakesAllPlaces() {
        var tenant = UUID.randomUUID();
        int taken = 0;
        for (int endpoint = 0; endpoint < 10; endpoint++) {
            var id = UUID.randomUUID();
            for (int i = 0; i < 10; i++) {
                taken += places.take(tenant, id) ? 1 : 0;
            }
            assertThat(places.busy(id)).isLessThanOrEqualTo(Places.OF_ENDPOINT);
        }

        assertThat(taken).isEqualTo(Places.OF_TENANT);
        assertThat(places.full()).isFalse();
        assertThat(places.free(UUID.randomUUID(), UUID.randomUUID())).isEqualTo(Places.OF_ENDPOINT);
    }

    @Test
    void whoeverLeavesFreesItsPlace() {
        var tenant = UUID.randomUUID();
        var endpoint = UUID.randomUUID();
        for (int i = 0; i < Places.OF_ENDPOINT; i++) {
            assertThat(places.take(tenant, endpoint)).isTrue();
        }
        assertThat(places.take(tenant, endpoint)).isFalse();

        places.leave(tenant, endpoint);

        assertThat(places.take(tenant, endpoint)).isTrue();
    }
}
