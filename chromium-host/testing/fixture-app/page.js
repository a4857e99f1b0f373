const drop = document.querySelector('#drop')
drop.addEventListener('dragover', (event) => event.preventDefault())
drop.addEventListener('drop', async (event) => {
  event.preventDefault()
  const paths = []
  for (const file of event.dataTransfer.files) paths.push((await window.fixture.drop(file)).path)
  document.title = JSON.stringify(paths)
})
document.body.dataset.ready = 'yes'
