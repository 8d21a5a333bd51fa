package org.roster.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when the process is asked to end by SIGTERM. By {@code sun.misc.Signal}, since nothing in the Java platform's standard
 * knows of signals; by reflection, since not every JDK and server shows it.
 */
final class Terminations {

    private final Object signal;
    private final Object before;
    private final Method register;
    private final Method tell;

    private Terminations(Runnable told) throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.Signal");
        var handler = Class.forName("sun.misc.SignalHandler");
        signal = type.getConstructor(String.class).newInstance("TERM");
        register = type.getMethod("handle", type, handler);
        tell = handler.getMethod("handle", type);
        var ours = Proxy.newProxyInstance(
                handler.getClassLoader(),
                new Class<?>[] {handler},
                (self, method, arguments) -> called(self, method, arguments, told));
        before = register.invoke(null, signal, ours);
    }

    /** Has this done in place of what the server does, from now on; empty where that cannot be. */
    static Optional<Terminations> to(Runnable told) {
        try {
            return Optional.of(new Terminations(told));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(Terminations.class.getName())
                    .log(System.Logger.Level.INFO, "SIGTERM is the server's alone: {0}", e.toString());
            return Optional.empty();
        }
    }

    /** Does what the server would have done. */
    void pass() {
        call(tell, before, signal);
    }

    /** From now on the server is told. */
    void end() {
        call(register, null, signal, before);
    }

    private static @Nullable Object called(Object self, Method method, Object[] arguments, Runnable told) {
        return switch (method.getName()) {
            case "handle" -> {
                told.run();
                yield null;
            }
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> Terminations.class.getName();
        };
    }

    private static void call(Method method, @Nullable Object on, Object... arguments) {
        try {
            method.invoke(on, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("SIGTERM cannot be passed on", e);
        }
    }
}
