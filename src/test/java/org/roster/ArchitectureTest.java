package org.roster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.roster.http.Contract;
import org.roster.http.Speaks;
import org.roster.persistence.Transactions;

/** The rules of the house, as {@code docs/architecture.md} gives them with their reasons. Nothing is frozen here. */
@AnalyzeClasses(packages = "org.roster", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The endpoints that anybody may call, each with its reason. A new one has to be argued for here. */
    private static final Map<String, String> OPEN_TO_ALL = Map.ofEntries(
            Map.entry("oauth.TokenResource.token", "the client authenticates in the request itself (RFC 6749 2.3)"),
            Map.entry(
                    "oauth.RevocationResource.revoke", "the client authenticates in the request itself (RFC 7009 2.1)"),
            Map.entry("oauth.DiscoveryResource.metadata", "RFC 8414 section 3: read before any credential exists"),
            Map.entry("oauth.DiscoveryResource.jwks", "public keys, for every verifier"),
            Map.entry("roster.RootResource.root", "sends a browser to the documentation"),
            Map.entry("account.AccountPasswordResource.*", "the one-time token in the form is the credential"),
            Map.entry("account.AccountVerificationResource.*", "the one-time token in the form is the credential"),
            Map.entry("account.AccountEmailResource.*", "the one-time token in the form is the credential"),
            Map.entry(
                    "account.AccountForgottenResource.*",
                    "whoever asks has no credential; the answer is always the same"),
            Map.entry("account.AccountSecondFactorResource.*", "name and password, or the token of the step before"),
            Map.entry("account.AccountStyleResource.*", "the looks of the pages, which say nothing of anybody"),
            Map.entry("amani.AmaniLoginResource.*", "the user authenticates in the request itself"),
            Map.entry("amani.AmaniRefreshResource.*", "the refresh token in the body is the credential"),
            Map.entry("authservice.AuthserviceLoginResource.logIn", "the password is the credential"),
            Map.entry("authservice.AuthserviceDocumentsResource.*", "leads to the documentation, as the original does"),
            Map.entry("ecosys.EcosysTokenResource.*", "the client authenticates in the request itself"),
            Map.entry("ecosys.EcosysRegisterResource.*", "the client is named in the body, and must allow it"),
            Map.entry("ecosys.EcosysStatusResource.*", "the published status answer, which says nothing of anybody"),
            Map.entry("econtext.EcontextStatusResource.*", "ping and status, which say nothing of anybody"));

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackages("..contract..", "..http..", "org.roster")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "org.eclipse.microprofile.openapi..")
            .because("rule 1: the core serves every contract, so it speaks no protocol");

    @ArchTest
    static final ArchRule onlyTheEdgeAndTheColumnsKnowJson = noClasses()
            .that()
            .resideOutsideOfPackages("..contract..", "..http..", "..persistence..", "..kit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("rule 1: a field of the core is named for what it is, not for how one contract spells it");

    @ArchTest
    static final ArchRule nobodyOutsideMentionsAContract = noClasses()
            .that()
            .resideOutsideOfPackage("..contract..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..contract..")
            .because("rule 2: a contract can be added or taken away without touching anything else");

    @ArchTest
    static final ArchRule noContractKnowsAnother = slices().matching("..contract.(*)..")
            .should()
            .notDependOnEachOther()
            .because("rule 2: what two contracts share belongs to http or to the directory");

    @ArchTest
    static final ArchRule roomsFormNoCycle = slices().matching("org.roster.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rule 3: a room can be understood with those below it alone");

    @ArchTest
    static final ArchRule leavesDependOnNothingAbove = noClasses()
            .that()
            .resideInAnyPackage(
                    "..refusal..",
                    "..caller..",
                    "..system..",
                    "..event..",
                    "..constraint..",
                    "..persistence..",
                    "..tally..",
                    "..trace..",
                    "..text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..directory..",
                    "..credential..",
                    "..token..",
                    "..audit..",
                    "..http..",
                    "..contract..",
                    "..start..")
            .because("rule 3: the leaves carry everything");

    @ArchTest
    static final ArchRule theKitStandsAlone = classes()
            .that()
            .resideInAPackage("..kit..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..kit..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
            .because("rule 3: a partner runs it against other systems, without the server that Roster runs on");

    @ArchTest
    static final ArchRule onlyThePublishedDocumentKnowsTheKit = noClasses()
            .that()
            .resideOutsideOfPackages("..kit..", "..http.openapi..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..kit..")
            .because("rule 3: the kit says what is expected of Roster, so nothing that answers may look into it");

    @ArchTest
    static final ArchRule theEdgeDoesNotTouchTheDatabase = noClasses()
            .that()
            .resideInAnyPackage("..contract..", "..http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "jakarta.transaction..")
            .because("rule 4: what must hold of the directory holds for every contract, so it is decided inside");

    @ArchTest
    static final ArchRule theEdgeOpensNoTransaction = noClasses()
            .that()
            .resideInAnyPackage("..contract..", "..http..")
            .or()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Transactions.class)
            .because("rule 5: a transaction is a service's, one for each of its public methods");

    @ArchTest
    static final ArchRule repositoriesStayInTheirRoom = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate()
            .because("rule 6: queries are asked by the service of the same room only");

    @ArchTest
    static final ArchRule endpointsSpeakInRecords = methods()
            .that(are(endpoints()))
            .should(notMentionEntities())
            .because("rule 7: a stored row that is the JSON can never change again");

    @ArchTest
    static final ArchRule wireTypesHoldNoEntity = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..contract..")
            .should()
            .notHaveRawType(entity())
            .because("rule 7: a stored row that is the JSON can never change again");

    @ArchTest
    static final ArchRule entitiesHaveNoBeanGetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("(get|set|is)[A-Z].*")
            .because("rule 7: nothing that looks for getters finds one, least of all a hash");

    @ArchTest
    static final ArchRule noPasswordHashLeaves = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .haveNameMatching(".*([hH]ash|privateKey)$")
            .should()
            .bePublic()
            .because("rule 7: a hash is for its own room");

    @ArchTest
    static final ArchRule resourcesNameTheirMediaTypes = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(Produces.class)
            .because("rule 8: an answer's type is decided, not found by chance");

    @ArchTest
    static final ArchRule endpointsSayWhoMayCall = methods()
            .that(are(endpoints()))
            .should(sayWhoMayCall())
            .because("rule 8: what nobody has thought about is closed (ASVS 8.2.1)");

    @ArchTest
    static final ArchRule resourcesSayWhichContractTheySpeak = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(liveInAPackageThatSpeaks())
            .because("rule 9: without @Speaks the published document would lose their failures");

    @ArchTest
    static final ArchRule contractsAreWhole = classes()
            .that()
            .areAssignableTo(Contract.class)
            .and()
            .areNotInterfaces()
            .should(bePublishedAndTested())
            .because("rule 9: a contract has a card, a page, and a test of its own");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("..system..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("rule 11: a test must be able to say what time it is");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because(
                    "rule 11: what is worth saying goes to the log, and what must not rest there to the console itself");

    @ArchTest
    static final ArchRule lettersAreFoldedWithoutALocale = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("rule 11: in a Turkish locale ADMIN is not admin");

    @ArchTest
    static final ArchRule randomnessIsSecure = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .because("rule 11: take SecureRandom, so that nobody has to ask what it is for");

    @ArchTest
    static final ArchRule packagesAreDocumentedAndNullMarked = classes()
            .that(are(not(nested())))
            .should(liveInANullMarkedPackage())
            .because("rule 12: NullAway checks only what is marked");

    private static DescribedPredicate<JavaMethod> endpoints() {
        return DescribedPredicate.describe("endpoints", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                        || annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static DescribedPredicate<JavaClass> entity() {
        return DescribedPredicate.describe("an entity", type -> type.isAnnotatedWith(Entity.class));
    }

    private static DescribedPredicate<JavaClass> nested() {
        return resideInAPackage("org.roster..").and(DescribedPredicate.describe("nested", JavaClass::isNestedClass));
    }

    private static ArchCondition<JavaMethod> notMentionEntities() {
        return new ArchCondition<>("mention no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(entity())
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getSimpleName())));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("carry @RolesAllowed, or stand in the list of what is open to all") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var owner = method.getOwner();
                var name = contractOf(owner) + '.' + owner.getSimpleName() + '.';
                boolean listed =
                        OPEN_TO_ALL.containsKey(name + method.getName()) || OPEN_TO_ALL.containsKey(name + '*');
                boolean said =
                        method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class) && listed;
                if (!said || !method.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(
                            SimpleConditionEvent.violated(method, method.getFullName() + " does not say who may call"));
                }
            }
        };
    }

    /** The package right below {@code contract}, however deep the class lies in it; empty outside. */
    private static String contractOf(JavaClass type) {
        return PackageMatcher.of("..contract.(*)..")
                .match(type.getPackageName())
                .map(result -> result.getGroup(1))
                .orElse("");
    }

    private static ArchCondition<JavaClass> bePublishedAndTested() {
        return new ArchCondition<>("have a card, a page and a test") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var name = type.getSimpleName().replace("Contract", "");
                var room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
                if (type.getPackage().tryGetAnnotationOfType(Speaks.class).isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, room + "/package-info does not say @Speaks"));
                }
                if (!Files.exists(java.nio.file.Path.of("docs/contracts/" + room + ".md"))) {
                    events.add(SimpleConditionEvent.violated(type, "docs/contracts/" + room + ".md is missing"));
                }
                var test = "src/test/java/org/roster/it/" + room + "/" + name + "ContractIT.java";
                if (!Files.exists(java.nio.file.Path.of(test))) {
                    events.add(SimpleConditionEvent.violated(type, test + " is missing"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInAPackageThatSpeaks() {
        return new ArchCondition<>("live in a package with @Speaks") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(Speaks.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no package-info with @Speaks"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a documented, @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no package-info with @NullMarked"));
                }
            }
        };
    }
}
