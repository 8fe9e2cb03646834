using LossGen.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(Sandbox))]
