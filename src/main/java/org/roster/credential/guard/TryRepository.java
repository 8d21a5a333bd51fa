package org.roster.credential.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;
import org.roster.persistence.NativeIds;

/** Keeps the counts of wrong tries, and the known places. In SQL: a count must be one statement, whoever else counts. */
@ApplicationScoped
class TryRepository {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int SWEPT_AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;

    /** All that a try is judged by, in one look by primary keys. */
    Sight look(String bucket, String address, @Nullable UUID user, String place, Instant now) {
        var own = Counted.NONE;
        var from = Counted.NONE;
        Counted known = null;
        for (Object one : em.createNativeQuery("select bucket, failures, last_at, expires_at from wrong_try"
                        + " where bucket in (?1, ?2)"
                        + " union all select place, failures, failed_at, seen_at from known_place"
                        + " where user_id = ?3 and place = ?4")
                .setParameter(1, bucket)
                .setParameter(2, address)
                .setParameter(3, user == null ? NOBODY : user)
                .setParameter(4, place)
                .getResultList()) {
            var row = (Object[]) one;
            var counted = counted(row);
            if (row[0].equals(place)) {
                var until = counted.until().plus(Sight.KNOWN);
                known = until.isAfter(now) ? new Counted(counted.failures(), counted.lastAt(), until) : null;
            } else if (row[0].equals(address)) {
                from = live(counted, now);
            } else {
                own = live(counted, now);
            }
        }
        return new Sight(own, from, known);
    }

    /** The wrong tries of one row. */
    Counted of(String bucket, Instant now) {
        for (Object row : em.createNativeQuery(
                        "select bucket, failures, last_at, expires_at from wrong_try where bucket = ?1")
                .setParameter(1, bucket)
                .getResultList()) {
            return live(counted((Object[]) row), now);
        }
        return Counted.NONE;
    }

    /** Counts a wrong try, and says how many there are; the row is remembered anew from it. */
    Counted add(String bucket, Instant now, Instant until) {
        upsert(bucket, now, until, "?3");
        return of(bucket, now);
    }

    /** Counts something within a while that begins with the first time, and says how often it was. */
    Counted addWithin(String bucket, Instant now, Instant until) {
        upsert(bucket, now, until, "case when expires_at <= ?2 then ?3 else expires_at end");
        return of(bucket, now);
    }

    /** Takes the one try that is allowed now, counted as wrong before it is looked at; false if another was first. */
    boolean claim(String bucket, int failures, Instant now, Instant until) {
        return em.createNativeQuery("update wrong_try set failures = failures + 1, last_at = ?2, expires_at = ?3"
                                + " where bucket = ?1 and failures = ?4")
                        .setParameter(1, bucket)
                        .setParameter(2, InstantConverter.utc(now))
                        .setParameter(3, InstantConverter.utc(until))
                        .setParameter(4, failures)
                        .executeUpdate()
                == 1;
    }

    /** A try that was counted was not wrong after all. */
    void giveBack(String bucket) {
        em.createNativeQuery("update wrong_try set failures = failures - 1 where bucket = ?1 and failures > 0")
                .setParameter(1, bucket)
                .executeUpdate();
    }

    void remove(String bucket) {
        em.createNativeQuery("delete from wrong_try where bucket = ?1")
                .setParameter(1, bucket)
                .executeUpdate();
    }

    void addAtPlace(UUID user, String place, Instant now) {
        em.createNativeQuery("update known_place set failures = failures + 1, failed_at = ?3"
                        + " where user_id = ?1 and place = ?2")
                .setParameter(1, user)
                .setParameter(2, place)
                .setParameter(3, InstantConverter.utc(now))
                .executeUpdate();
    }

    boolean claimAtPlace(UUID user, String place, int failures, Instant now) {
        return em.createNativeQuery("update known_place set failures = failures + 1, failed_at = ?3"
                                + " where user_id = ?1 and place = ?2 and failures = ?4")
                        .setParameter(1, user)
                        .setParameter(2, place)
                        .setParameter(3, InstantConverter.utc(now))
                        .setParameter(4, failures)
                        .executeUpdate()
                == 1;
    }

    void giveBackAtPlace(UUID user, String place) {
        em.createNativeQuery("update known_place set failures = failures - 1"
                        + " where user_id = ?1 and place = ?2 and failures > 0")
                .setParameter(1, user)
                .setParameter(2, place)
                .executeUpdate();
    }

    /** Forgets the wrong tries at all places where the user is known. */
    void forgiveAtPlaces(UUID user) {
        em.createNativeQuery("update known_place set failures = 0 where user_id = ?1 and failures > 0")
                .setParameter(1, user)
                .executeUpdate();
    }

    /** Notes that the user is at a place; of many places the newest stay. */
    void note(UUID user, String place, Instant now, int kept) {
        em.createNativeQuery("insert into known_place (user_id, place, seen_at, failures, failed_at)"
                        + " values (?1, ?2, ?3, 0, ?3)"
                        + " on duplicate key update seen_at = ?3, failures = 0")
                .setParameter(1, user)
                .setParameter(2, place)
                .setParameter(3, InstantConverter.utc(now))
                .executeUpdate();
        List<?> places = em.createNativeQuery(
                        "select place from known_place where user_id = ?1 order by seen_at desc, place")
                .setParameter(1, user)
                .getResultList();
        places.stream().skip(kept).forEach(old -> em.createNativeQuery(
                        "delete from known_place where user_id = ?1 and place = ?2")
                .setParameter(1, user)
                .setParameter(2, old)
                .executeUpdate());
    }

    /** Forgets some of what is over, and says whether there may be more. */
    boolean sweep(Instant now) {
        var over = em.createNativeQuery("select bucket from wrong_try where expires_at <= ?1")
                .setParameter(1, InstantConverter.utc(now))
                .setMaxResults(SWEPT_AT_ONCE)
                .getResultList();
        for (Object bucket : over) {
            em.createNativeQuery("delete from wrong_try where expires_at <= ?1 and bucket = ?2")
                    .setParameter(1, InstantConverter.utc(now))
                    .setParameter(2, bucket)
                    .executeUpdate();
        }
        var before = InstantConverter.utc(now.minus(Sight.KNOWN));
        List<?> left = em.createNativeQuery("select user_id, place from known_place where seen_at <= ?1")
                .setParameter(1, before)
                .setMaxResults(SWEPT_AT_ONCE)
                .getResultList();
        for (Object row : left) {
            var key = (Object[]) row;
            em.createNativeQuery("delete from known_place where seen_at <= ?1 and user_id = ?2 and place = ?3")
                    .setParameter(1, before)
                    .setParameter(2, NativeIds.of(key[0]))
                    .setParameter(3, key[1])
                    .executeUpdate();
        }
        return over.size() == SWEPT_AT_ONCE || left.size() == SWEPT_AT_ONCE;
    }

    private void upsert(String bucket, Instant now, Instant until, String newEnd) {
        // MariaDB assigns from left to right, so the end, which the count looks at, comes last.
        em.createNativeQuery("insert into wrong_try (bucket, failures, last_at, expires_at) values (?1, 1, ?2, ?3)"
                        + " on duplicate key update failures = case when expires_at <= ?2 then 1 else failures + 1 end,"
                        + " last_at = ?2, expires_at = " + newEnd)
                .setParameter(1, bucket)
                .setParameter(2, InstantConverter.utc(now))
                .setParameter(3, InstantConverter.utc(until))
                .executeUpdate();
    }

    private static Counted live(Counted counted, Instant now) {
        return counted.until().isAfter(now) ? counted : Counted.NONE;
    }

    private static Counted counted(Object[] row) {
        return new Counted(((Number) row[1]).intValue(), instant(row[2]), instant(row[3]));
    }

    /** The drivers differ in what they make of a date without a zone. */
    private static Instant instant(Object value) {
        var local = value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) value;
        return local.toInstant(ZoneOffset.UTC);
    }
}
