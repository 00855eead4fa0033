package org.batchuploader.jdbc;

import java.time.Duration;
import org.batchuploader.testkit.store.DropStoreContract;
import org.batchuploader.testkit.store.LayerStoreContract;
import org.batchuploader.testkit.store.NoticeStoreContract;
import org.batchuploader.testkit.store.Stores;
import org.batchuploader.testkit.store.TransactionsContract;
import org.batchuploader.testkit.store.UploadLocksContract;
import org.batchuploader.testkit.store.UploadStoreContract;
import org.batchuploader.testkit.task.TaskOrderContract;
import org.batchuploader.testkit.task.TaskQueueContract;
import org.batchuploader.testkit.user.UserAccountsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every contract on an H2 file. */
class H2ContractTest {
    @RegisterExtension
    static final ParameterResolver DATABASE = new ParameterResolver() {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return TestDatabase.h2(context);
        }
    };

    private final TestDatabase database;

    H2ContractTest(TestDatabase database) {
        this.database = database;
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }
    }

    @Nested
    class Uploads extends UploadStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }
    }

    @Nested
    class UploadLocks extends UploadLocksContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }
    }

    @Nested
    class Layers extends LayerStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }
    }

    @Nested
    class Notices extends NoticeStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }
    }

    @Nested
    class Drops extends DropStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }
    }

    @Nested
    class Tasks extends TaskQueueContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }

        @Override
        protected void pass(Duration time) {
            database.pass(time);
        }

        @Override
        protected void passWithin(Duration time) {
            database.passWithin(time);
        }
    }

    @Nested
    class TaskOrder extends TaskOrderContract {
        @Override
        protected Stores emptyStores() {
            return database.empty();
        }

        @Override
        protected void pass(Duration time) {
            database.pass(time);
        }

        @Override
        protected void passWithin(Duration time) {
            database.passWithin(time);
        }
    }

    @Nested
    class Accounts extends UserAccountsContract {
        @Override
        protected Users emptyUsers() {
            database.empty();
            return Users.of(database.users());
        }
    }
}
